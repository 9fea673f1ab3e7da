namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A test against a real server program; says that it was not run where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    /// <param name="needs">Programs by name, other files by path.</param>
    public ServerFactAttribute(params string[] needs)
    {
        Needs = needs;
        var missing = needs.Where(need => need.StartsWith('/') ? !File.Exists(need) : ServerProgram.Find(need) is null).ToList();
        if (missing.Count > 0)
        {
            Skip = $"not run: {string.Join(", ", missing)} not installed";
        }
    }

    public IReadOnlyList<string> Needs { get; }
}
