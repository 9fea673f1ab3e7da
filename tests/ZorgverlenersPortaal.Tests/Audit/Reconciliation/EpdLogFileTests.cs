using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit.Reconciliation;

namespace ZorgverlenersPortaal.Tests.Audit.Reconciliation;

/// <summary>The EPD's access log is understood to the letter, or refused with the place and what to do; never passed over.</summary>
public sealed class EpdLogFileTests : IDisposable
{
    private const string Header = "time,client,request_id,patient,bsn";
    private const string Time = "2026-03-01T10:00:00Z";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epd-log-");

    // What names and applications can hold, and what breaks a careless reader.
    private static Gen<string> Cell => Gen.OneOf(
        Gen.Elements("", "a,b", "a;b", "\"", "\"\"", "a\r\nb", "\n", " x ", "=1+1", "\ufeff", "J. de Vriés", "\ud83d\ude00", "\0", "Übung 漢字", "portal"),
        ArbMap.Default.GeneratorFor<string>().Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""))));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Csv_AnyCell_IsReadBackAsItWas()
    {
        var rows =
            from client in Cell.Where(text => text.Length > 0)
            from other in Cell
            from separator in Gen.Elements(',', ';')
            from ending in Gen.Elements("\n", "\r\n")
            select (client, other, separator, ending);
        Prop.ForAll(rows.ToArbitrary(), row =>
        {
            string Row(params string[] cells) => string.Join(row.separator, cells) + row.ending;
            var text = Row("time", "note", "client", "request_id", "patient")
                + Row(Time, Quoted(row.other), Quoted(row.client), "r1", "p1")
                + Row(Time, Quoted(row.client), Quoted("not " + row.client), "r2", "p2")
                + Row(Time, "", Quoted(row.client), "r3", "Patient/p3");
            var lines = Lines(Write("log.csv", text), row.client);
            Assert.Equal([true, false, true], lines.Select(line => line.IsPortals));
            Assert.Equal([("r1", "p1"), (null, null), ("r3", "p3")], lines.Select(line => (line.RequestId, line.PatientId)));
            Assert.Equal(2, lines[0].Number);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("time,client,request_id,patient\n", 0)]
    [InlineData(Header + "\n\n2026-03-01T10:00:00.123+01:00,portal,,,\n", 1)]
    [InlineData("patient,request_id,client,time,ward\nPatient/p1,abc,portal,2026-03-01T10:00:00Z,K3", 1)]
    [InlineData(Header + "\nno time,another,not an id,no patient at all,x\n", 1)]
    public void Csv_RightByItsGrammar_IsRead(string text, int lines) => Assert.Equal(lines, Lines(Write("log.csv", text)).Count);

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("time,client,request_id\n", "line 1: no column patient.")]
    [InlineData("time|client|request_id|patient\n", "line 1: its cells are not apart")]
    [InlineData("time,client,request_id,patient,client\n", "line 1: column 5 has the name of one before it")]
    [InlineData(Header + "\n" + Time + ",portal,r1,p1\n", "line 2: 4 cells where the header has 5")]
    [InlineData(Header + "\n" + Time + ",portal,r1,p1,\n1-3-2026 10:00,portal,r1,p1,\n", "line 3, column time: no time")]
    [InlineData(Header + "\n2026-03-01T10:00:00,portal,r1,p1,\n", "line 2, column time: no time")]
    [InlineData(Header + "\n2026-02-30T10:00:00Z,portal,r1,p1,\n", "line 2, column time: no time")]
    [InlineData(Header + "\n" + Time + ",portal,r 1,p1,\n", "line 2, column request_id: no request id")]
    [InlineData(Header + "\n" + Time + ",portal,r1,J. de Vries,\n", "line 2, column patient: no patient's number")]
    [InlineData(Header + "\n" + Time + ",portal,r1,,12345678\n", "line 2, column bsn: no BSN")]
    [InlineData(Header + "\n" + Time + ",portal,r1,,12345678٩\n", "line 2, column bsn: no BSN")]
    [InlineData(Header + "\n" + Time + ",po\"rtal,r1,p1,\n", "line 2: Malformed CSV")]
    [InlineData(Header + "\n" + Time + ",portal,r1,\"p1\n", "line 2: Malformed CSV")]
    public void Csv_Malformed_IsRefusedWithItsLineAndColumn_AndWithoutTheValue(string text, string fault)
    {
        var thrown = Assert.Throws<EpdLogException>(() => Lines(Write("log.csv", text)));
        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Vries", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_LineWithoutEnd_IsRefusedBeforeItFillsTheMemory() =>
        Assert.StartsWith("line 2: Record 2 is longer", Fault(Write("log.csv", Header + "\n\"" + new string('x', 10_000_000))), StringComparison.Ordinal);

    [Fact]
    public void Csv_NotUtf8_IsRefused()
    {
        var path = Write("log.csv", "");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes(Header + "\n" + Time + ",portal,r1,p1,\n"), 0xe9, 0x0a]);
        Assert.Contains("this is no UTF-8", Fault(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_ReadToTheEnd_GiveTheHashOfTheFile()
    {
        var path = Write("log.csv", Header + "\n" + Time + ",portal,r1,p1,\n");
        using var log = EpdLogFile.Open(path, "portal");
        Assert.Throws<InvalidOperationException>(() => log.Sha256);
        Assert.Single(log.Lines());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), log.Sha256);
    }

    [Fact]
    public void Open_NameThatTellsNoFormat_IsRefused() =>
        Assert.Contains(".csv, .json", Assert.Throws<EpdLogException>(() => EpdLogFile.Open(Write("log.txt", ""), "portal")).Message, StringComparison.Ordinal);

    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Fault(string path) => Assert.Throws<EpdLogException>(() => Lines(path)).Message;

    private static List<EpdLogLine> Lines(string path, string client = "portal")
    {
        using var log = EpdLogFile.Open(path, client);
        return [.. log.Lines()];
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
