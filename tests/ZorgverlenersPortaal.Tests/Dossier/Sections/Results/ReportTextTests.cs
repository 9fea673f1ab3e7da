using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>Words of reports lose their mark-up and nothing else.</summary>
public sealed class ReportTextTests
{
    [Theory]
    [InlineData("Geen afwijkingen.", "Geen afwijkingen.")]
    [InlineData("Regel 1\r\nRegel 2", "Regel 1\nRegel 2")]
    [InlineData("<div>Adenoom.</div><div>Snijvlak &lt; 1 mm.</div>", "Adenoom.\n\nSnijvlak < 1 mm.")]
    [InlineData("een<br/>twee<BR>drie<br />vier", "een\ntwee\ndrie\nvier")]
    [InlineData("CRP <LOQ en pH<7", "CRP <LOQ en pH<7")]
    [InlineData("<p>CRP <LOQ en pH<7</p>", "CRP <LOQ en pH<7")]
    [InlineData("<p>10<sup>9</sup>/L, CO<sub>2</sub></p>", "10^9/L, CO2")]
    [InlineData("<p><s>maligne</s> benigne</p>", "[doorgehaald: maligne] benigne")]
    [InlineData("<table><tr><td>Na</td><td>140</td></tr><tr><td>K</td><td>4</td></tr></table>", "Na\t140\t\n\nK\t4")]
    [InlineData("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee")]
    [InlineData("<b class=\"x\">vet</b> &amp; <span style='color:red'>rood</span>", "vet & rood")]
    [InlineData("R&D, a &lt; b", "R&D, a &lt; b")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("<div></div>", null)]
    [InlineData(null, null)]
    public void Of_Report_KeepsItsWords(string? written, string? text) => Assert.Equal(text, ReportText.Of(written));

    [Fact]
    public void Of_ManyOpenTags_EndsAndKeepsTheLast() =>
        Assert.Equal("eind", ReportText.Of(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "eind</div>"));
}
