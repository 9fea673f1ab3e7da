namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>For whom the frame around a page is: chooses the menu, the colour of the top bar and the words under the brand.</summary>
public enum FrameKind
{
    /// <summary>Doctors, and everyone who has not signed in.</summary>
    Care,

    /// <summary>The security officer.</summary>
    Audit,

    /// <summary>The portal office.</summary>
    Admin,
}
