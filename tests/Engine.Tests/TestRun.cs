// The tensor library has its own threads, and counts its tensors for the whole process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
