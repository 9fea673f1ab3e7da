using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Gathers the pages of one search: strangers out, each resource once, outcomes counted, links checked.</summary>
internal sealed class SearchCollector(EpdGrant grant, Uri baseAddress, EpdQuery query)
{
    /// <summary>Parameters without which an answer is another question's: dropped by the server, the answer is refused.</summary>
    private static readonly HashSet<string> _essential = ["patient", "subject", "general-practitioner", "identifier", "practitioner", "_id"];

    /// <summary>Remarks in which the EPD says, without calling it a warning, that it held something back (fhir.md §4.4).</summary>
    private static readonly HashSet<string> _heldBack = ["suppressed", "forbidden", "security", "incomplete", "too-costly", "throttled", "timeout"];

    private readonly Dictionary<(string Type, string? Id, string? Version), Resource> _resources = [];
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly List<string> _strangers = [];
    private IReadOnlyList<string> _ignored = [];
    private LocalFilter _filter = LocalFilter.None;
    private int _warnings;
    private bool _broken;

    /// <summary>Entries met so far, shown or not.</summary>
    public int Entries { get; private set; }

    /// <summary>Adds a page; returns the address of the next one, or null when there is none to follow.</summary>
    public Uri? Add(Resource page)
    {
        if (page is not Bundle bundle)
        {
            throw new EpdException(EpdFailure.NotUnderstood, $"The EPD answered a search for {query.Type} with {page.ResourceType}.")
            {
                Remark = page is OperationOutcome outcome ? EpdRemark.Of(outcome, baseAddress) : null,
            };
        }
        if (query.IsHistory && bundle.Type != "history")
        {
            throw new EpdException(EpdFailure.NotUnderstood, $"The EPD answered for the history of a {query.Type} with another Bundle.");
        }
        if (_pages.Count == 0)
        {
            _ignored = IgnoredParameters(bundle.SelfLink);
            _filter = LocalFilter.Of(query, _ignored);
        }
        // Two next links, rules we do not know: entries may be missing, or mean something else (R10).
        _broken |= bundle.NotUnderstood is not null;
        Entries += bundle.Entries.Count;
        // Who the doctors are tells whose the patients are, wherever on the page they stand.
        foreach (var entry in bundle.Entries.OrderBy(Rank))
        {
            AddEntry(entry);
        }
        return Next(bundle.NextLink);
    }

    public EpdAnswer Answer(DateTimeOffset at, bool isCut) => new()
    {
        Resources = [.. _resources.Values],
        FetchedAt = at,
        IsCut = isCut || _broken,
        Strangers = _strangers,
        Warnings = _warnings,
        Ignored = _ignored,
    };

    private static int Rank(BundleEntry entry) => entry.Resource switch
    {
        Practitioner => 0,
        PractitionerRole => 1,
        Patient => 2,
        _ => 3,
    };

    private void AddEntry(BundleEntry entry)
    {
        switch (entry.Resource)
        {
            case null:
                _warnings++;
                break;
            case OperationOutcome outcome:
                AddOutcome(outcome);
                break;
            case { Id: null }:
                _warnings++;
                break;
            case var resource:
                AddResource(resource);
                break;
        }
    }

    private void AddOutcome(OperationOutcome outcome)
    {
        if (outcome.Issues.Any(issue => issue.Severity is "error" or "fatal"))
        {
            throw new EpdException(EpdFailure.Failing, $"The EPD reported an error in a search for {query.Type}.");
        }
        _warnings += outcome.NotUnderstood is not null || outcome.Issues.Any(MayMiss) ? 1 : 0;
    }

    private static bool MayMiss(OutcomeIssue issue) => issue.Severity is "information"
        ? issue.Code is not null && _heldBack.Contains(issue.Code)
        : !issue.Details.Any(IsNoResults);

    /// <summary>Epic gives "no results" as a warning; it is an answer.</summary>
    private static bool IsNoResults(Coding coding) =>
        coding.Code == "4101" && coding.System?.StartsWith("urn:oid:1.2.840.114350.", StringComparison.Ordinal) == true;

    private void AddResource(Resource resource)
    {
        switch (grant.Judge(resource))
        {
            case Coverage.Covered when _filter.Drops(resource):
                break;
            case Coverage.Covered:
                _resources.TryAdd((resource.ResourceType, resource.Id, query.IsHistory ? resource.VersionId : null), resource);
                break;
            case Coverage.Stranger:
                _strangers.Add(query.IsHistory ? resource.VersionedReference : resource.Reference);
                break;
            case Coverage.Irrelevant:
                break;
        }
    }

    private Uri? Next(string? link)
    {
        if (link is null)
        {
            return null;
        }
        // A next link may hold the BSN that the first question kept out of addresses (R6).
        if (query.InBody)
        {
            _broken = true;
            return null;
        }
        // Only ever to the configured base, else a forged link would take the token elsewhere (H092); a page seen before is a loop (H093).
        if (Uri.TryCreate(baseAddress, link, out var next) && ReadOnlyHandler.IsUnder(baseAddress, next) && _pages.Add(next.AbsoluteUri))
        {
            return next;
        }
        _broken = true;
        return null;
    }

    private List<string> IgnoredParameters(string? selfLink)
    {
        if (query.InBody || selfLink is null)
        {
            return [];
        }
        var at = selfLink.IndexOf('?', StringComparison.Ordinal);
        var kept = (at < 0 ? "" : selfLink[(at + 1)..]).Split('&')
            .Select(part => Uri.UnescapeDataString(part.Split('=')[0]).Split(':')[0])
            .ToHashSet(StringComparer.Ordinal);
        List<string> ignored = [.. query.Parameters.Select(p => p.Name.Split(':')[0]).Where(name => !IsKept(name, kept)).Distinct(StringComparer.Ordinal)];
        return ignored.Find(_essential.Contains) is { } essential
            ? throw new EpdException(EpdFailure.NotUnderstood, $"The EPD ignored the search parameter '{essential}' of {query.Type}.")
            : ignored;
    }

    /// <summary>R4 knows patient and subject as one question; servers name it either way.</summary>
    private static bool IsKept(string name, HashSet<string> kept) => kept.Contains(name) || (name == "patient" && kept.Contains("subject"));
}
