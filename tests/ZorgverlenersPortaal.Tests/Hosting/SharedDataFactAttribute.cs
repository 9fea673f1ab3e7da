namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A fact that needs the example data beside the project; without it the test is not run and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (SharedData.Root is null || !Directory.Exists(Path.Combine(SharedData.Root, folder)))
        {
            Skip = $"Not run: ../shared/{folder} is not beside the project.";
        }
    }
}
