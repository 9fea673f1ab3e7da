namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A message in the page, with an icon beside the text.</summary>
/// <param name="Kind">Chooses colour and icon; the words must say it too.</param>
/// <param name="Text">The message, one or two short sentences.</param>
/// <param name="Title">An optional heading above it.</param>
public sealed record Note(NoteKind Kind, string Text, string? Title = null)
{
    /// <summary>The icon's name in the sprite.</summary>
    public string Icon => Kind switch
    {
        NoteKind.Information => "info-circle",
        NoteKind.Done => "check",
        NoteKind.Warning => "alert-triangle",
        NoteKind.Danger => "alert-octagon",
    };

    /// <summary>The classes of the box.</summary>
    public string CssClass => Kind switch
    {
        NoteKind.Information => "zvp-note",
        NoteKind.Done => "zvp-note zvp-note--ok",
        NoteKind.Warning => "zvp-note zvp-note--warn",
        NoteKind.Danger => "zvp-note zvp-note--danger",
    };
}
