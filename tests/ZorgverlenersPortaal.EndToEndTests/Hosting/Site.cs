namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>A hospital and a portal that reads it, both real processes, with the accounts of the development cards.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share one.</summary>
    public const string Shared = "One site";

    internal Hospital Hospital { get; private set; } = null!;

    internal Portal Portal { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Hospital = await Hospital.StartAsync();
        Portal = await Portal.StartAsync(Hospital.Fhir);
        await Portal.AddAccountAsync("huisarts");
        await Portal.AddAccountAsync("huisarts2");
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (Portal is not null)
        {
            await Portal.DisposeAsync();
        }
        if (Hospital is not null)
        {
            await Hospital.DisposeAsync();
        }
    }
}
