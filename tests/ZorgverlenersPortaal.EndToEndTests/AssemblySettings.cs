// Much of it is waiting, for a browser, a program's start or the clock: four collections at once keep two cores at work.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer("ZorgverlenersPortaal.EndToEndTests.Hosting.LongestFirstOrderer", "ZorgverlenersPortaal.EndToEndTests")]
