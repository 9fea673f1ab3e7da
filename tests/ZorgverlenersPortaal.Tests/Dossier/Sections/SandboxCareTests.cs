using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>Care moments, letters and conclusions of every patient of one practice, from the synthetic hospital.</summary>
public sealed class SandboxCareTests : IAsyncLifetime
{
    private readonly List<CareAppointment> _appointments = [];
    private readonly List<Operation> _operations = [];
    private readonly List<Referral> _referrals = [];
    private readonly List<LetterShelf> _shelves = [];
    private readonly List<Conclusion> _conclusions = [];
    private SandboxEpd _epd = null!;
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _epd = await SandboxEpd.StartAsync();
        _dossier = await TestDossier.StartAsync(o => o.BaseAddress = _epd.Address);
    }

    public async Task DisposeAsync()
    {
        await _dossier.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Start_EveryPatientOfAPractice_GivesWhatTheHospitalHas()
    {
        foreach (var patient in await _epd.PatientsAsync(PortalFixture.Agb))
        {
            if ((await _dossier.OpenAsync(patient.Id, PortalFixture.Agb)).Grant is { } grant)
            {
                await ReadAsync(grant);
            }
        }

        Assert.All(_appointments, a => Assert.Equal(("Controle", true), (a.Reason, a is { With: not null, Place: not null, PlacePhone: not null })));
        Assert.Contains(_appointments, a => a.State == AppointmentState.Pending);
        Assert.Contains(_operations, o => o is { State: OperationState.NotDone, IsSurgery: true });
        Assert.Contains(_operations, o => o.Start?.Date == "1998");
        Assert.Contains(_referrals, r => r is { RequesterKind: RequesterKind.Self, State: ReferralState.Completed, Reason: not null });
        Assert.Contains(_shelves, s => s.Letters.Any(l => l is { Kind: "Ontslagbrief", Earlier.Count: 1, EncounterIds.Count: 1 }));
        Assert.Contains(_shelves, s => s.Letters.Any(l => l.IsPreliminary));
        Assert.All(_shelves, s => Assert.Empty(s.Replaced));
        Assert.Contains(_conclusions, c => c is { Title: "Conclusie en beleid", Letter: not null });
    }

    private async Task ReadAsync(PatientGrant grant)
    {
        var moments = _dossier.Reader.StartCareMoments(grant, default);
        var book = (await moments.Appointments.ShowAsync()).Content!;
        _appointments.AddRange([.. book.Soon, .. book.Later, .. book.Past]);
        var operations = (await moments.Operations.ShowAsync()).Content!;
        Assert.DoesNotContain(operations.Planned, o => o.State == OperationState.DoNotPerform);
        _operations.AddRange([.. operations.Planned, .. operations.NotToDo, .. operations.Done]);
        _referrals.AddRange((await moments.Referrals.ShowAsync()).Content!);
        _shelves.Add((await _dossier.Reader.Start(grant, default).Letters.ShowAsync()).Content!);
        _conclusions.AddRange((await _dossier.Reader.StartConclusions(grant, default).ShowAsync()).Content!.Items);
    }
}
