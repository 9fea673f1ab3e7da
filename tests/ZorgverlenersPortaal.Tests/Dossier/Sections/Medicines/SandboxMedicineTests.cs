using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>The medication of a whole hospital that was written without knowing this reader.</summary>
public sealed class SandboxMedicineTests
{
    [Fact]
    public async Task Read_EveryPatientOfAGp_ComesWhole()
    {
        await using var epd = await SandboxEpd.StartAsync();
        await using var dossier = await TestDossier.StartAsync(o => o.BaseAddress = epd.Address);
        var all = new List<MedicineOverview>();
        foreach (var patient in await epd.PatientsAsync(PortalFixture.Agb))
        {
            if ((await dossier.OpenAsync(patient.Id, PortalFixture.Agb)).Grant is { } grant)
            {
                var section = await dossier.Reader.ReadMedication(grant, default).ShowAsync();
                Assert.Null(section.Failure);
                Assert.False(section.IsIncomplete, $"{patient.Id}: {string.Join(' ', section.Content!.Failures)} {string.Join(' ', section.Strangers)}");
                all.Add(section.Content!);
                var stays = (await dossier.Reader.Start(grant, default).Admission.ShowAsync()).Content!;
                Assert.All(stays.Where(s => s.Start?.Day is not null), s => Assert.NotNull(section.Content!.ChangesDuring(s)));
            }
        }

        var medicines = all.SelectMany(o => o.All).ToList();
        Assert.InRange(medicines.Count, 20, int.MaxValue);
        Assert.DoesNotContain(medicines, m => m.IsNotUnderstood || m.IsDosageUnsafe);
        Assert.Contains(medicines, m => m is { State: MedicineState.InUse, Kind: MedicineKind.Agreement, Dosage: not null, By: not null });
        Assert.Contains(medicines, m => m is { State: MedicineState.NotGiven, Kind: MedicineKind.Administration });
        Assert.Contains(medicines, m => m.Kind == MedicineKind.Use);
        Assert.Contains(medicines, m => m.Kind == MedicineKind.Supply);
        Assert.Contains(medicines, m => m.Kind == MedicineKind.AdministrationAgreement);
        Assert.Contains(medicines, m => m.State == MedicineState.Interrupted);
        Assert.Contains(medicines, m => m.IsStop || m.State == MedicineState.DoNotGive || m.IsNameUnknown || m.Name.StartsWith("Crème", StringComparison.Ordinal));
        Assert.All(all, o => Assert.DoesNotContain(o.Current, m => m.IsStop));
    }
}
