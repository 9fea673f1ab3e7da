using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>
/// Asks the EPD who stands behind references: all ids of a type in one search, twice at most (a role, then its person and
/// organization), and never more than <see cref="Most"/> in all.
/// </summary>
internal sealed class DirectoryFetch(IEpd epd, PatientGrant grant, Uri baseAddress, DateTimeOffset now)
{
    /// <summary>Ids per question: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private const int Most = 200;

    /// <summary>Some could not be asked, or were too many: a name that is lacking may yet be known to the EPD.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The answer with what it points at. A failure leaves them nameless and sets <see cref="IsIncomplete"/>, no more.</summary>
    public async Task<EpdAnswer> CompleteAsync(EpdAnswer answer, Func<IReadOnlyList<Resource>, IEnumerable<(FhirReference? Reference, Resource Owner)>> pointers, CancellationToken cancellation)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 2; step++)
        {
            var directory = new CareDirectory(answer.Resources, baseAddress, now);
            var missing = pointers(answer.Resources).SelectMany(p => directory.Missing(p.Reference, p.Owner)).Distinct(StringComparer.Ordinal).Where(key => !asked.Contains(key)).ToList();
            IsIncomplete |= asked.Count + missing.Count > Most;
            var next = missing.Take(Most - asked.Count).ToList();
            if (next.Count == 0)
            {
                break;
            }
            asked.UnionWith(next);
            foreach (var found in await Task.WhenAll(Queries(next).Select(q => TryAsync(q, cancellation))))
            {
                answer = found is null ? answer : answer.And(found);
            }
        }
        return answer;
    }

    private static IEnumerable<EpdQuery> Queries(IEnumerable<string> keys) => keys
        .Select(key => key.Split('/'))
        .GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
        .SelectMany(type => type.Order(StringComparer.Ordinal).Chunk(Batch).Select(ids => EpdQuery.Search(type.Key, ("_id", string.Join(',', ids)))));

    private async Task<EpdAnswer?> TryAsync(EpdQuery query, CancellationToken cancellation)
    {
        try
        {
            var found = await epd.SearchAsync(grant, query, cancellation);
            IsIncomplete |= found.IsIncomplete;
            return found with { Resources = [.. found.Resources.Where(CareDirectory.IsEntry)], IsCut = false, Warnings = 0 };
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            IsIncomplete = true;
            return null;
        }
    }
}
