namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// Tests against a real Redis. They run alone: the portal gives Redis one second, and on a machine full of other tests a
/// second is soon over.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealServers : ICollectionFixture<SandboxFixture>
{
    public const string Name = "RealServers";
}
