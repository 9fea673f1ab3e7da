using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>R6: what travels in addresses tells nothing, and is good only where it was made for.</summary>
public sealed class HandleProtectorTests
{
    private readonly HandleProtector _handles = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void R6_Handle_ReadsOnlyInItsSessionAndAsItsKind()
    {
        var handle = _handles.Make("patient", "session-1", "pat-1");

        Assert.Equal("pat-1", _handles.Read("patient", "session-1", handle));
        Assert.Null(_handles.Read("patient", "session-2", handle));
        Assert.Null(_handles.Read("list", "session-1", handle));
        Assert.DoesNotContain("pat-1", handle, StringComparison.Ordinal);
    }

    [Fact]
    public void R6_HandleUnderAnother_ReadsOnlyUnderThatOneAndAsItsKind()
    {
        var (first, second) = (Opened("pat-1"), Opened("pat-1"));

        var letter = first.Make("letter", "doc-1");

        Assert.Equal("doc-1", first.Read("letter", letter));
        Assert.Null(first.Read("image", letter));
        Assert.Null(second.Read("letter", letter));
        Assert.NotEqual(letter, first.Make("letter", "doc-1"));
    }

    [Fact]
    public void R6_HandleUnderAnother_ReadsAgainWhereverThatOneIsOpened()
    {
        var handle = _handles.Make("patient", "session-1", "pat-1");
        var letter = _handles.Open("patient", "session-1", handle)!.Make("letter", "doc-1");

        Assert.Equal("doc-1", _handles.Open("patient", "session-1", handle)!.Read("letter", letter));
    }

    [Fact]
    public void R6_EditedOrMadeUp_ReadsAsNothing()
    {
        var opened = Opened("pat-1");
        var letter = opened.Make("letter", "doc-1");

        for (var at = 0; at < letter.Length - 1; at++)
        {
            Assert.Null(opened.Read("letter", letter[..at] + (letter[at] == 'A' ? 'B' : 'A') + letter[(at + 1)..]));
            Assert.Null(opened.Read("letter", letter[..at]));
        }
        Assert.Null(opened.Read("letter", null));
        Assert.Null(opened.Read("letter", letter.PadRight(600, 'A')));
    }

    [Fact]
    public void R6_AnyText_NeverThrows() => Prop.ForAll<string>(text =>
        Opened("pat-1").Read("letter", text) is null && _handles.Open("patient", "session-1", text) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void R6_AnyId_ComesBack() => Prop.ForAll<NonEmptyString>(id =>
        Opened("pat-1") is var opened && opened.Read("letter", opened.Make("letter", Sound(id.Get))) == Sound(id.Get)).QuickCheckThrowOnFailure();

    private OpenedHandle Opened(string id) => _handles.Open("patient", "session-1", _handles.Make("patient", "session-1", id))!;

    /// <summary>Half a surrogate pair is no text that UTF-8 can hold; ids are ASCII anyway.</summary>
    private static string Sound(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c))) + "x";
}
