using Dapper;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>The hospital's own list keeps the contract.</summary>
public sealed class HospitalListSourceTests : ConsentSourceContract, IAsyncLifetime
{
    private TestDossier _dossier = null!;

    private PatientProtections Protections => _dossier.Get<PatientProtections>();

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    protected override async Task<string> AskAsync(CancellationToken cancellation = default) =>
        (await new HospitalListSource(Protections).AskAsync(new(null!, Some.Patient().As<Patient>(), TestDossier.Visit().Provider), cancellation)).Standing.ToString();

    protected override async Task ObjectAsync(string? against) => Assert.Equal(ProtectionOutcome.Done, await Protections.AddAsync(
        new() { Kind = ProtectionKind.PatientWish, Bsn = Bsn.TryRead("999900018"), Against = AgbCode.TryRead(against), Reason = "brief" }, TestStaff.Noor));

    protected override async Task WithdrawAsync() =>
        Assert.Equal(ProtectionOutcome.Done, await Protections.EndAsync((await Protections.ListAsync(default))[0].Id, "ingetrokken", TestStaff.Noor));

    protected override async Task BreakAsync()
    {
        await using var connection = await _dossier.Get<Database>().OpenAsync(default);
        await connection.ExecuteAsync("ALTER TABLE patient_protection RENAME TO patient_protection_away");
    }
}
