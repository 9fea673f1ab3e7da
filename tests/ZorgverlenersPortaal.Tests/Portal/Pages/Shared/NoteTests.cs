using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

public sealed class NoteTests
{
    [Fact]
    public void Icon_EveryKind_IsInTheSprite()
    {
        var sprite = PortalSources.Read("styles", "icons.txt").Single().Text.Split('\n');

        Assert.All(Enum.GetValues<NoteKind>(), kind => Assert.Contains(new Note(kind, "").Icon, sprite, StringComparer.Ordinal));
    }
}
