namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>As <see cref="BrowserFactAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserNeeds.Missing;
}
