using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

/// <summary>Words match whatever their case and accents.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Patiënt", "patient")]
    [InlineData("PATIE\u0308NT", "patient")]
    [InlineData("ﬁbrilleren", "fibrilleren")]
    [InlineData("co\u00ADördinatie", "coordinatie")]
    [InlineData("NT-proBNP\u00A09870", "nt-probnp 9870")]
    [InlineData("½ µg", "1⁄2 μg")]
    public void Of_CaseAccentsAndLigatures_AreGone(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void Words_RepeatedAndSpaced_AreThereOnce() => Assert.Equal(["kalium", "hoog"], FoldedText.Words("  Kalium hoog\tKALIUM "));

    [Fact]
    public void Of_AnyText_NeverThrowsAndIsItsOwnFold() => Prop.ForAll<string>(text => FoldedText.Of(FoldedText.Of(text ?? "")) == FoldedText.Of(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_HalfASurrogatePair_IsNoFault() => Assert.Equal("a\uFFFDb", FoldedText.Of("a\uD83Db"));
}
