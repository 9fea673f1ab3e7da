using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What is due after a discharge; section <c>Letters:Clock</c>. The terms are those of the HASP guideline.</summary>
public sealed class LetterClockOptions
{
    private const string Section = LetterOptions.Section + ":Clock";

    /// <summary>Hours within which a message is due.</summary>
    public int MessageHours { get; set; } = 24;

    /// <summary>Working days within which the letter is due.</summary>
    public int LetterWorkdays { get; set; } = 5;

    /// <summary>Days after a discharge for which its letters are counted; of older stays no term is shown.</summary>
    public int Days { get; set; } = 365;

    /// <summary>When 5 May is no working day: <c>Lustrum</c>, <c>Every</c> or <c>Never</c>.</summary>
    public string LiberationDay { get; set; } = nameof(Letters.LiberationDay.Lustrum);

    /// <summary>Names of the kinds (<see cref="LetterOptions.Kinds"/>) that are letters of discharge; none: Ontslagbrief.</summary>
    public IList<string> Kinds { get; init; } = [];

    internal IReadOnlyCollection<string> AllKinds => Kinds.Count > 0 ? [.. Kinds] : ["Ontslagbrief"];

    /// <summary>Every fault in these settings, naming the key and the mend; the kinds are those the hospital has.</summary>
    internal IEnumerable<string> Faults(IReadOnlyCollection<string> kinds)
    {
        foreach (var (name, value, most) in new[] { (nameof(MessageHours), MessageHours, 168), (nameof(LetterWorkdays), LetterWorkdays, 60), (nameof(Days), Days, 3650) })
        {
            if (value < 1 || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is {value}; it must lie between 1 and {most}");
            }
        }
        if (!Enum.GetNames<LiberationDay>().Contains(LiberationDay, StringComparer.Ordinal))
        {
            yield return $"{Section}:{nameof(LiberationDay)} is '{LiberationDay}'; use {string.Join(", ", Enum.GetNames<LiberationDay>())}";
        }
        foreach (var kind in AllKinds.Where(kind => !kinds.Contains(kind, StringComparer.Ordinal)))
        {
            yield return $"{Section}:{nameof(Kinds)} names '{kind}', which is no kind of letter here; use names of {LetterOptions.Section}:{nameof(LetterOptions.Kinds)}";
        }
    }
}
