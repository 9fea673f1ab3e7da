using System.Collections.Frozen;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Which document took the place of which, by relatesTo "replaces", in any number of steps.</summary>
internal sealed class LetterVersions
{
    /// <summary>Relations read per document; a letter replaces one or two.</summary>
    private const int Most = 16;

    private readonly Dictionary<string, List<string>> _replaces;
    private readonly Dictionary<string, HashSet<string>> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);

    /// <param name="documents">Those whose word counts: not in error, understood.</param>
    /// <param name="baseAddress">Of the EPD.</param>
    public LetterVersions(IEnumerable<DocumentReference> documents, Uri baseAddress)
    {
        _replaces = documents.ToDictionary(d => d.Id!, d => Targets(d, "replaces", baseAddress).ToList(), StringComparer.Ordinal);
        foreach (var (id, targets) in _replaces.Where(d => d.Value.Count > 0))
        {
            _all[id] = Reach(targets);
        }
        // Two that replace each other: nobody knows which is the newer, so neither may disappear (R7).
        foreach (var (id, targets) in _all)
        {
            _replaced.UnionWith(targets.Where(t => !(_all.TryGetValue(t, out var back) && back.Contains(id))));
        }
    }

    /// <summary>The documents this one replaced, directly or by way of others.</summary>
    public IReadOnlySet<string> Of(string id) => _all.TryGetValue(id, out var found) ? found : FrozenSet<string>.Empty;

    public bool IsReplaced(string id) => _replaced.Contains(id);

    /// <summary>Ids of the documents at this EPD that a document names with this code.</summary>
    public static IEnumerable<string> Targets(DocumentReference document, string code, Uri baseAddress) => document.RelatesTo
        .Where(r => r.Code == code && r.Target is not null)
        .Take(Most)
        .Select(r => ReferenceResolver.Resolve(r.Target!, baseAddress))
        .Where(r => r is { Kind: ReferenceKind.Resource, Type: "DocumentReference" } && r.Id != document.Id)
        .Select(r => r.Id!);

    private HashSet<string> Reach(List<string> targets)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(targets);
        while (next.TryPop(out var id))
        {
            if (reached.Add(id) && _replaces.TryGetValue(id, out var further))
            {
                further.ForEach(next.Push);
            }
        }
        return reached;
    }
}
