namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>How a note looks: colour, icon and edge.</summary>
public enum NoteKind
{
    Information,
    Done,
    Warning,
    Danger,
}
