// Each test starts a host that computes with all cores: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
