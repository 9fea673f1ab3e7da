namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>A test in Debian's Chromium with a card in its key store; says that it was not run where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserNeeds.Missing;
}
