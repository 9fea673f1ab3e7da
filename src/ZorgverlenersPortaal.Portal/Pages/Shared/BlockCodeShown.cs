namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A personal block code, on the one page that shows it.</summary>
/// <param name="Code">Null when it was shown before.</param>
/// <param name="UziNumber">Of whom; null when that is not told.</param>
/// <param name="BlockAddress">Where it is used.</param>
/// <param name="Now">When it was made.</param>
public sealed record BlockCodeShown(string? Code, string? UziNumber, Uri BlockAddress, DateTimeOffset Now);
