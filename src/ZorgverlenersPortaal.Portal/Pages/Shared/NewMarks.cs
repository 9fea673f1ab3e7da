using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What is new on one part of a page since this doctor looked at it last.</summary>
/// <param name="Marks">Only what is new or changed.</param>
/// <param name="IsKept">Looks are remembered here; in an emergency they are not.</param>
/// <param name="IsFirst">She looks here for the first time: nothing is new.</param>
public sealed record NewMarks(IReadOnlyDictionary<SeenItem, NewMark> Marks, bool IsKept, bool IsFirst)
{
    /// <summary>Where nothing is remembered.</summary>
    public static NewMarks None { get; } = new(new Dictionary<SeenItem, NewMark>(), false, false);

    /// <summary>The mark of an item; of what is not there none.</summary>
    public NewMark Of(SeenItem? item) => item is null ? NewMark.None : Marks.GetValueOrDefault(item);

    /// <summary>Said once above the part.</summary>
    public string? Text => (IsKept, IsFirst, Marks.Count) switch
    {
        (false, _, _) => null,
        (_, true, _) => "Je kijkt hier voor het eerst. Voortaan zie je wat nieuw is sinds je eerste keer kijken.",
        (_, _, 0) => "Niets nieuws sinds je laatst keek.",
        (_, _, var count) => $"{count} nieuw of gewijzigd sinds je laatst keek.",
    };

    /// <summary>Marks what is shown now, and has the look remembered when the page is done.</summary>
    public static NewMarks Of(SeenBefore seen, SeenLook look)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(look);
        if (!seen.IsKept)
        {
            return None;
        }
        seen.Shows(look);
        // By what it says, not by which object says it.
        var marks = look.Shown.Distinct(SameItem.Comparer).Select(item => (item, Mark: seen.Of(look.Area, item))).Where(one => one.Mark != NewMark.None);
        return new(marks.ToDictionary(one => one.item, one => one.Mark, SameItem.Comparer), true, seen.IsFirst(look.Area));
    }

    private sealed class SameItem : IEqualityComparer<SeenItem>
    {
        public static SameItem Comparer { get; } = new();

        public bool Equals(SeenItem? x, SeenItem? y) => x?.Id == y?.Id && x?.Version == y?.Version;

        public int GetHashCode(SeenItem item) => HashCode.Combine(item.Id, item.Version);
    }
}
