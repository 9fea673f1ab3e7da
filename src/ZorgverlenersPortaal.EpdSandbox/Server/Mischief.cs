using System.Text;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>The faults that need the hospital's own data: somebody else's resource, the wrong document.</summary>
internal sealed class Mischief(ResourceStore store)
{
    /// <summary>What a read returns under this fault: the resource itself, or another patient's in its place.</summary>
    public StoredResource Swap(Fault fault, StoredResource found)
    {
        var binary = found.Content is not null;
        if (fault.Kind == FaultKind.FakePdf && binary)
        {
            return Fake(found);
        }

        var swaps = (fault.Kind == FaultKind.Stranger && !binary) || (fault.Kind == FaultKind.WrongBinary && binary);
        return swaps ? Other(found.Type, [.. found.PatientIds]) ?? found : found;
    }

    /// <summary>
    /// The matches of a page with, under the stranger fault, one resource of a patient that none of them is about.
    /// </summary>
    public IReadOnlyList<StoredResource> Mix(Fault fault, SearchPage page)
    {
        if (fault.Kind != FaultKind.Stranger)
        {
            return page.Items;
        }

        var asked = page
            .Plan.Honoured.Where(pair => pair.Key is "patient" or "subject")
            .Select(pair => pair.Value.Split('/')[^1]);
        return Other(page.Plan.Type, [.. asked, .. page.Matches.SelectMany(match => match.PatientIds)]) is { } stranger
            ? [.. page.Items, stranger]
            : page.Items;
    }

    private StoredResource? Other(string type, IReadOnlyCollection<string> known)
    {
        var ids = known.ToHashSet(StringComparer.Ordinal);
        return store
            .All(type)
            .FirstOrDefault(resource => resource.PatientIds.Any() && !resource.PatientIds.Any(ids.Contains));
    }

    private static StoredResource Fake(StoredResource found) =>
        new()
        {
            Sequence = found.Sequence,
            Type = found.Type,
            Id = found.Id,
            Version = found.Version,
            LastUpdated = found.LastUpdated,
            Json = found.Json,
            Values = found.Values,
            NamesBase = found.NamesBase,
            ContentType = found.ContentType,
            Content = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"),
        };
}
