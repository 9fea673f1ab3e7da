using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>The double of Mitz keeps the contract: what is tested with it holds for an adapter that keeps it too.</summary>
public sealed class MitzDoubleTests : ConsentSourceContract
{
    private readonly MitzDouble _mitz = new();

    protected override async Task<string> AskAsync(CancellationToken cancellation = default) =>
        (await _mitz.AskAsync(new(null!, Some.Patient().As<Patient>(), TestDossier.Visit().Provider), cancellation)).Standing.ToString();

    protected override Task ObjectAsync(string? against) => Done(() => _mitz.Object("p1", against));

    protected override Task WithdrawAsync() => Done(() => _mitz.Withdraw("p1"));

    protected override Task BreakAsync() => Done(() => _mitz.IsDown = true);

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
