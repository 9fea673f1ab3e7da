using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Team;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Who treats the patient, and her contact persons.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading who treats the patient and whom of her own to call; to be had only through its record (R2).</summary>
    public PendingSection<TeamOverview> ReadTeam(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var fetch = new TeamFetch(grant, _options, _clock.GetUtcNow(), cancellation);
        return Pending(grant, NamingAsync(_fetcher.FetchAsync(DossierCategory.CareTeam, fetch.AskAsync, fetch.Show, cancellation), t => t.Sources));
    }
}
