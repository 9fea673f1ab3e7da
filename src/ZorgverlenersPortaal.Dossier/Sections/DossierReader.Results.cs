using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Results of laboratory, microbiology, pathology and imaging.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading the results by specialty, newest first; to be had only through their record (R2).</summary>
    public PendingSection<ResultOverview> ReadResults(PatientGrant grant, CancellationToken cancellation) => Pending(grant, ResultsAsync(grant, cancellation));

    /// <summary>The same of one group: the record leaves out the results and reports of the other groups, and nothing else.</summary>
    public PendingSection<ResultOverview> ReadResults(PatientGrant grant, ResultGroup group, CancellationToken cancellation) =>
        Pending(grant, OnlyAsync(ResultsAsync(grant, cancellation), group));

    private Task<Section<ResultOverview>> ResultsAsync(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var fetch = new ResultFetch(grant, _sections, _options.Base, _clock.GetUtcNow(), cancellation);
        return _fetcher.FetchAsync(DossierCategory.Results, fetch.AskAsync, fetch.Show, cancellation);
    }

    /// <summary>What the laboratory marked of late; the record names what is marked, not what was looked through.</summary>
    private async Task<Section<AbnormalResults>> AbnormalAsync(PatientGrant grant, CancellationToken cancellation)
    {
        var fetch = new ResultFetch(grant, _sections, _options.Base, _clock.GetUtcNow(), cancellation) { Days = AbnormalResults.Days };
        var section = await _fetcher.FetchAsync(DossierCategory.Results, fetch.AskTestsAsync, answer => AbnormalResults.Among(fetch.Show(answer)), cancellation);
        var shown = (section.Content?.Tests ?? []).SelectMany(test => test.Earlier.Select(point => point.Source).Prepend(test.Source)).Select(Unversioned).ToHashSet(StringComparer.Ordinal);
        return section with { Resources = [.. section.Resources.Where(resource => shown.Contains(Unversioned(resource)))] };
    }

    private static async Task<Section<ResultOverview>> OnlyAsync(Task<Section<ResultOverview>> fetching, ResultGroup group)
    {
        var section = await fetching;
        if (section.Content is not { } all)
        {
            return section;
        }
        var only = all.Of(group);
        // Materials, requests and laboratories may serve several groups: named once too often is better than never (R2).
        var elsewhere = all.Sources.Select(Unversioned).Except(only.Sources.Select(Unversioned), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return section with { Content = only, Resources = [.. section.Resources.Where(resource => !elsewhere.Contains(Unversioned(resource)))] };
    }

    /// <summary><c>Type/id</c> of <c>Type/id/version</c>.</summary>
    private static string Unversioned(string reference) => string.Join('/', reference.Split('/').Take(2));
}
