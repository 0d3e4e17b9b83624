// Each test starts hosts that compute with all cores: one at a time, but for those of a few collections of their own.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]
