namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>A hospital for a class of tests that each start a portal of their own.</summary>
public sealed class HospitalFixture : IAsyncLifetime
{
    internal Hospital Hospital { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync() => Hospital = await Hospital.StartAsync();

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (Hospital is not null)
        {
            await Hospital.DisposeAsync();
        }
    }
}
