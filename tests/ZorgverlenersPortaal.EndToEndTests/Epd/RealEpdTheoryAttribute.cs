using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>As <see cref="RealEpdFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealEpdTheoryAttribute : TheoryAttribute
{
    public RealEpdTheoryAttribute() => Skip = Checkout.Shared("epd") is null ? "not run: there is no ../shared/epd" : null;
}
