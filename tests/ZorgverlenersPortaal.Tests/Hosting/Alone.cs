namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Tests that measure what the whole program allocates: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
