namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>What a browser test needs of the machine (ops/test installs it).</summary>
internal static class BrowserNeeds
{
    /// <summary>The browser: Debian's, not one that a test tool downloads.</summary>
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>What is missing, or null.</summary>
    public static string? Missing { get; } =
        !File.Exists(Chromium) ? $"not run: there is no {Chromium}; ops/install chromium"
        : !File.Exists("/usr/bin/certutil") || !File.Exists("/usr/bin/pk12util") ? "not run: certutil is missing; ops/install certutil"
        : !Environment.IsPrivilegedProcess ? "not run: the browser's policy that picks the card can only be written by root"
        : null;
}
