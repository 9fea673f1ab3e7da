// Much of it is waiting, for a browser, a program's start or the clock: three collections at once keep two cores at work.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("ZorgverlenersPortaal.EndToEndTests.Hosting.LongestFirstOrderer", "ZorgverlenersPortaal.EndToEndTests")]
