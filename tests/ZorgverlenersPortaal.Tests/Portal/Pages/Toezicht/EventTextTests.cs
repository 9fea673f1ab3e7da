using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Pages.Toezicht;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

public sealed class EventTextTests
{
    [Fact]
    public void Of_EveryEvent_HasAnOwnText()
    {
        var texts = Enum.GetValues<AuditEventType>().Select(EventText.Of).ToList();
        Assert.DoesNotContain(texts, text => text.StartsWith("Gebeurtenis", StringComparison.Ordinal));
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
    }
}
