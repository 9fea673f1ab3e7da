// One after the other: two cores, and the log of all portals is judged when every other test is done.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("ZorgverlenersPortaal.EndToEndTests.Hosting.LastCollectionOrderer", "ZorgverlenersPortaal.EndToEndTests")]
