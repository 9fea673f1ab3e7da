using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>The hospital's list.</summary>
public class PatientProtectionsTests : IAsyncLifetime
{
    private static readonly ProtectionRequest _wish = new() { Kind = ProtectionKind.PatientWish, Bsn = Bsn.TryRead("999900018"), Reason = "brief van de patiënt" };
    private TestDossier _dossier = null!;

    private PatientProtections Protections => _dossier.Get<PatientProtections>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Add_ByBsn_IsRecognisedByItAndByNoOther()
    {
        await Protections.AddAsync(_wish, TestStaff.Noor);

        Assert.Single(await InForceAsync(Some.Patient("x9", bsn: "999900018").As<Patient>()));
        Assert.Empty(await InForceAsync(Some.Patient("x9", bsn: "999900092").As<Patient>()));
        Assert.Empty(await InForceAsync(Some.Patient("x9", bsn: null).As<Patient>()));
    }

    [Fact]
    public async Task Add_ByIdOfARecordThatWasMergedAway_IsRecognisedInTheSurvivor()
    {
        await Protections.AddAsync(_wish with { Bsn = null, PatientId = "old" }, TestStaff.Noor);
        var survivor = Some.Patient("new").With(p => p["link"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["other"] = Some.Ref("Patient/old"), ["type"] = "replaces" }));

        Assert.Single(await InForceAsync(survivor.As<Patient>()));
        Assert.Empty(await InForceAsync(Some.Patient("new").As<Patient>()));
    }

    [Fact]
    public async Task R6_Add_ByBsn_LeavesNoBsnInTheDatabase()
    {
        await Protections.AddAsync(_wish, TestStaff.Noor);
        await using var connection = await _dossier.Get<Database>().OpenAsync(default);
        var kept = _dossier.Get<StorageOptions>().File is { } file
            ? await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)") is var _ ? await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1) : ""
            : await connection.ExecuteScalarAsync<string>("SELECT string_agg(p::text, ' ') FROM patient_protection AS p");

        Assert.DoesNotContain("999900018", kept, StringComparison.Ordinal);
        Assert.Equal("018", Assert.Single(await Protections.ListAsync(default)).BsnEnd);
        Assert.DoesNotContain("999900018", _wish.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_AddAndEnd_AreRecordedWithThePatient()
    {
        await Protections.AddAsync(_wish with { PatientId = "p1", Against = AgbCode.TryRead("01234567") }, TestStaff.Noor);
        var entry = Assert.Single(await Protections.ListAsync(default));
        Assert.Equal(ProtectionOutcome.ReasonMissing, await Protections.EndAsync(entry.Id, "", TestStaff.Noor));
        Assert.Equal(ProtectionOutcome.Done, await Protections.EndAsync(entry.Id, "ingetrokken", TestStaff.Joris));
        Assert.Equal(ProtectionOutcome.WrongState, await Protections.EndAsync(entry.Id, "nog eens", TestStaff.Joris));
        Assert.Equal(ProtectionOutcome.NotThere, await Protections.EndAsync("0", "x", TestStaff.Joris));

        var records = _dossier.Records;
        Assert.Equal([AuditEventType.PatientProtected, AuditEventType.PatientProtectionEnded], records.Select(r => r.Event));
        Assert.Equal(("p1", "999900018"), (records[0].Patients[0].EpdId, records[0].Patients[0].Bsn));
        Assert.Contains(new AuditChange("against", null, "01234567"), records[0].Changes);
        Assert.Contains(new AuditChange("note", null, "ingetrokken"), records[1].Changes);
        Assert.Empty(await InForceAsync(Some.Patient().As<Patient>()));
    }

    [Fact]
    public async Task R2_Add_TrailIsDown_ChangesNothing()
    {
        await _dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => Protections.AddAsync(_wish, TestStaff.Noor));
        Assert.Empty(await Protections.ListAsync(default));
    }

    [Fact]
    public async Task Add_WithALastDay_HoldsUntilItsEndInTheNetherlands()
    {
        await Protections.AddAsync(_wish with { LastDay = new(2026, 3, 10) }, TestStaff.Noor);
        _dossier.Clock.Set(new(2026, 3, 10, 22, 59, 59, TimeSpan.Zero));
        Assert.Single(await InForceAsync(Some.Patient().As<Patient>()));
        _dossier.Clock.Set(new(2026, 3, 10, 23, 0, 0, TimeSpan.Zero));
        Assert.Empty(await InForceAsync(Some.Patient().As<Patient>()));
    }

    [Fact]
    public async Task Add_WithFaults_IsRefused()
    {
        (ProtectionRequest Request, ProtectionOutcome Outcome)[] refused =
        [
            (_wish with { Bsn = null }, ProtectionOutcome.PatientMissing),
            (_wish with { PatientId = "a/b" }, ProtectionOutcome.WrongId),
            (_wish with { PatientId = new string('a', 65) }, ProtectionOutcome.WrongId),
            (_wish with { Kind = ProtectionKind.OwnStaff, Against = AgbCode.TryRead("01234567") }, ProtectionOutcome.AgainstOnlyByWish),
            (_wish with { LastDay = new(2026, 3, 9) }, ProtectionOutcome.WrongDay),
            (_wish with { Reason = " " }, ProtectionOutcome.ReasonMissing),
        ];
        foreach (var (request, outcome) in refused)
        {
            Assert.Equal(outcome, await Protections.AddAsync(request, TestStaff.Noor));
        }
        Assert.Empty(_dossier.Records);
    }

    [Theory]
    [InlineData("UPDATE patient_protection SET kind = 'x', against = 'y', ends = 'z'")]
    public async Task Read_RowThatIsNotUnderstood_ProtectsAgainstEveryone(string change)
    {
        await Protections.AddAsync(_wish with { Against = AgbCode.TryRead("07654321") }, TestStaff.Noor);
        await using (var connection = await _dossier.Get<Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync(change);
        }

        var entry = Assert.Single(await InForceAsync(Some.Patient().As<Patient>()));
        Assert.Equal((ProtectionKind.PatientWish, true), (entry.Kind, entry.IsAbout(TestDossier.Visit().Provider)));
    }

    [Fact]
    public async Task Start_KeyIsGoneOrAnothers_IsRefused()
    {
        await Protections.AddAsync(_wish, TestStaff.Noor);
        var (storage, database) = (_dossier.Get<StorageOptions>(), _dossier.Get<Database>());
        var key = storage.KeyFile("bsn-key");
        Assert.NotNull(new BsnSeal(storage, database));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }

        File.WriteAllBytes(key, new byte[32]);
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => new BsnSeal(storage, database)).Message, StringComparison.Ordinal);
        File.Delete(key);
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => new BsnSeal(storage, database)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(key));
    }

    private Task<IReadOnlyList<PatientProtection>> InForceAsync(Patient patient) => Protections.InForceAsync(patient, default);
}
