using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Results of laboratory, microbiology, pathology and imaging.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading the results by specialty, newest first; to be had only through their record (R2).</summary>
    public PendingSection<ResultOverview> ReadResults(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var fetch = new ResultFetch(grant, _sections, _options.Base, _clock.GetUtcNow(), cancellation);
        return Pending(grant, _fetcher.FetchAsync(DossierCategory.Results, fetch.AskAsync, fetch.Show, cancellation));
    }
}
