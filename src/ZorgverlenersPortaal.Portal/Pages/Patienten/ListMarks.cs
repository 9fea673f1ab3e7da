using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>What is new on a doctor's lists since she looked last. Who a filter leaves out stays new.</summary>
public sealed class ListMarks
{
    private readonly SeenBefore _seen;
    private readonly Dictionary<string, NewMarks> _lists;

    /// <summary>Marks what the view shows of each list.</summary>
    public ListMarks(SeenBefore seen, ListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _seen = seen;
        var shown = view.Shown.Select(listed => listed.Row.Seen.Id).ToHashSet(StringComparer.Ordinal);
        _lists = view.Lists.ToDictionary(list => list.Name, list => NewMarks.Of(seen, Look(list, shown)), StringComparer.Ordinal);
        var marks = view.Shown.Select(listed => (listed.Row.Seen, Mark: Of(listed))).Where(one => one.Mark != NewMark.None).ToDictionary(one => one.Seen, one => one.Mark);
        News = new(marks, true, _lists.Values.All(list => list.IsFirst));
    }

    /// <summary>Of all lists together.</summary>
    public NewMarks News { get; }

    /// <summary>The mark of a row.</summary>
    public NewMark Of(ListedPatient listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return _lists[listed.List].Of(listed.Row.Seen);
    }

    /// <summary>Remembers what was shown.</summary>
    public Task KeepAsync(CancellationToken gone) => _seen.KeepAsync(gone);

    /// <summary>Who stands on two lists is shown once, and seen on both.</summary>
    private static SeenLook Look(OpenedList list, HashSet<string> shown)
    {
        var there = list.List.Rows.Select(row => row.Seen).ToList();
        return new($"list {list.Name}", there, [.. there.Where(item => shown.Contains(item.Id))], !list.List.IsIncomplete && list.List.IsDoctorKnown);
    }
}
