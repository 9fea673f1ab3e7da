namespace ZorgverlenersPortaal.Portal.Pages.Fout;

/// <summary>The EPD's bytes are not the PDF that was promised; found before anything was sent.</summary>
public sealed class LetterNotShownException() : Exception("The letter's bytes are no PDF.");
