namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>What judges everything that the other tests left: xunit runs it when those that run beside each other are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LastGroup
{
    public const string Name = "Last";
}
