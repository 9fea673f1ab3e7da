namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A section that is being fetched, with its place in the order of a page.</summary>
public abstract class SectionInTurn
{
    /// <summary>The EPD has answered, or said that it cannot: showing it waits for its record only.</summary>
    public abstract bool IsFetched { get; }

    /// <summary>The section that the same page shows after this one, for certain.</summary>
    internal SectionInTurn? Next { get; private set; }

    /// <summary>Says that a page shows all of these, in this order: what lies ready may be recorded together.</summary>
    internal static void Line(params ReadOnlySpan<SectionInTurn> sections)
    {
        for (var i = 1; i < sections.Length; i++)
        {
            sections[i - 1].Next = sections[i];
        }
    }

    /// <summary>Records it, if that was not begun yet.</summary>
    internal abstract void Begin();
}
