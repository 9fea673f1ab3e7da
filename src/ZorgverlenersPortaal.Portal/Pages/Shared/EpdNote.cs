using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The line above a page when the EPD is not as it should be.</summary>
public static class EpdNote
{
    /// <summary>The note; null when there is nothing to say.</summary>
    public static Note? For(EpdCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.State switch
        {
            EpdState.Ok => null,
            EpdState.Slow => new(NoteKind.Warning, "Het EPD antwoordt traag. Gegevens komen later dan je gewend bent, of komen niet."),
            EpdState.Down => new(
                NoteKind.Danger,
                $"Het EPD is niet bereikbaar{(condition.Since is { } since ? $" sinds {Clock.Time(since)[..5]} uur" : "")}. Zodra het weer antwoordt, zie je weer gegevens. Spoed? Bel het ziekenhuis."),
        };
    }
}
