using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Medication.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading the medication: current, stopped, planned, supplied and given; to be had only through its record (R2).</summary>
    public PendingSection<MedicineOverview> ReadMedication(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var fetch = new MedicineFetch(grant, _sections.Medication, _options.Base, _clock.GetUtcNow(), cancellation);
        var fetching = _fetcher.FetchAsync(DossierCategory.Medication, fetch.AskAsync, fetch.Show, cancellation);
        return Pending(grant, AnnouncingAsync(NamingAsync(fetching, m => m.Sources), m => m.IsAdministeredCut ? 1 : 0));
    }
}
