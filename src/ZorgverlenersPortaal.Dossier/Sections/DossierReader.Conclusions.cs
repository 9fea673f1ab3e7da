using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;

namespace ZorgverlenersPortaal.Dossier.Sections;

public sealed partial class DossierReader
{
    /// <summary>Starts conclusion and policy, from the source that the hospital named (<see cref="ConclusionOptions"/>).</summary>
    public PendingSection<ConclusionList> StartConclusions(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return Pending(grant, ConclusionsAsync(int.MaxValue, (epd, token) => AskAsync(epd, Sources(grant), grant, token), cancellation));
    }

    private Task<Section<ConclusionList>> ConclusionsAsync(
        int most, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, CancellationToken cancellation)
    {
        var reader = new ConclusionReader(_options.Base, _sections.Conclusions, _sections.Letters);
        var fetching = _fetcher.FetchAsync(DossierCategory.ConclusionAndPolicy, ask, a => reader.Read(a).Newest(most), cancellation);
        return AnnouncingAsync(NamingAsync(fetching, c => c.References), c => c.Withheld);
    }

    private List<EpdQuery> Sources(PatientGrant grant)
    {
        var options = _sections.Conclusions;
        List<EpdQuery> queries = [];
        if (options.UsesDocuments)
        {
            queries.Add(EpdQuery.Search("DocumentReference", ("patient", grant.PatientId), ("status", "current,superseded"), ("type", options.Notes.Token)));
        }
        if (options.UsesCompositions)
        {
            queries.Add(EpdQuery.Search("Composition", ("patient", grant.PatientId), ("type", options.Reports.Token)));
        }
        return queries;
    }

    /// <summary>One source that fails makes the section incomplete, all of them make it fail (R7).</summary>
    private static async Task<EpdAnswer> AskAsync(IEpd epd, List<EpdQuery> queries, PatientGrant grant, CancellationToken cancellation)
    {
        var asked = queries.ConvertAll(query => epd.SearchAsync(grant, query, cancellation));
        EpdAnswer? all = null;
        EpdException? failure = null;
        foreach (var asking in asked)
        {
            try
            {
                var answer = await asking;
                all = all?.And(answer) ?? answer;
            }
            catch (EpdException e)
            {
                failure = e;
            }
        }
        return all is null ? throw failure! : failure is null ? all : all with { Warnings = all.Warnings + 1 };
    }
}
