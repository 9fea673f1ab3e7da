using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Conclusions;

public sealed class NarrativeTextTests
{
    [Theory]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">Sinds 2\n   weken   hoest.</div>", "Sinds 2 weken hoest.")]
    [InlineData("<div>a<br/>b</div>", "a\nb")]
    [InlineData("<div><p>een</p><p>twee</p></div>", "een\ntwee")]
    [InlineData("<div><ul><li>een</li><li>twee <b>drie</b></li></ul></div>", "- een\n- twee drie")]
    [InlineData("<div><table><tr><th>Type</th><td>x</td></tr><tr><td>a</td><td>b</td></tr></table></div>", "Type | x\na | b")]
    [InlineData("<div>10<sup>9</sup>/l</div>", "10^9/l")]
    [InlineData("<div>H<sub>2</sub>O</div>", "H2O")]
    [InlineData("<div>2 &lt; 3 &amp; 4</div>", "2 < 3 & 4")]
    [InlineData("<div><!-- weg --><pre>a\n  b</pre></div>", "a\n  b")]
    [InlineData("", "")]
    [InlineData("gewone tekst", "gewone tekst")]
    public void Read_Narrative_BecomesPlainText(string div, string text) => Assert.Equal(text, NarrativeText.Read(div));

    [Theory]
    [InlineData("<div>geen <s>bloeding</s></div>")]
    [InlineData("<div>geen <del>bloeding</del></div>")]
    [InlineData("<div>geen <span style=\"TEXT-DECORATION: line-through\">bloeding</span></div>")]
    public void R10_StruckOutWords_AreMarkedSo(string div) => Assert.Equal("geen [doorgehaald: bloeding]", NarrativeText.Read(div));

    [Fact]
    public void R7_Picture_IsAnnounced() => Assert.Equal("zie [afbeelding: ecg]", NarrativeText.Read("<div>zie <img src=\"http://evil.example/x\" alt=\"ecg\"/></div>"));

    [Theory]
    [InlineData("<div>a<script>alert(1)</script></div>")]
    [InlineData("<div>a<iframe src=\"http://evil.example\"></iframe></div>")]
    [InlineData("<div>a<svg><text>b</text></svg></div>")]
    [InlineData("<div>a<style>p{}</style></div>")]
    [InlineData("<div>a<textarea>b</textarea></div>")]
    [InlineData("<div>a<form><input value=\"b\"></form></div>")]
    [InlineData("<div>a<template>b</template></div>")]
    public void R10_WhatNarrativeMayNotHold_IsNotRead(string div) => Assert.Null(NarrativeText.Read(div));

    [Fact]
    public void R10_TooLongOrTooDeep_IsNotRead()
    {
        Assert.Null(NarrativeText.Read(new string('a', 200_001)));
        Assert.Null(NarrativeText.Read(string.Concat(Enumerable.Repeat("<div>", 5000))));
    }

    [Fact]
    public void Read_AnyText_GivesTextWithoutMarkupOrNothing()
    {
        var pieces = Gen.Elements("<div>", "</div>", "<p>", "<b", ">", "<", "</", "a", " ", "&lt;", "&#x0;", "\"", "<!--", "-->", "<table>", "<td>", "</tr>", "<![CDATA[", "\ud800", "<br/>", "<s>", "é");

        Prop.ForAll(Gen.ArrayOf(pieces).ToArbitrary(), parts => NarrativeText.Read(string.Concat(parts))?.Contains("\n\n", StringComparison.Ordinal) != true).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
