using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>
/// What a doctor sees of every fault between portal and EPD: on her list, in one section of a record, and of a letter. Never an
/// empty list, never a short letter, bounded memory, and nothing of a patient in a log (R6, R7).
/// </summary>
[Collection(Alone.Name)]
public sealed class FaultTableTests(FaultTableFixture rig) : IClassFixture<FaultTableFixture>
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>fault, list, section, letter; "cut" is a connection that breaks, "-" does not apply.</summary>
    private static readonly (string Fault, string List, string Section, string Letter)[] _table =
    [
        ("latency", "ZVP-E02", "ZVP-E02", "ZVP-E02"),
        ("one byte a second", "ZVP-E02", "ZVP-E02", "ZVP-E02"),
        ("stall at half", "ZVP-E02", "ZVP-E02", "-"), // a letter may be slow once it flows: YARP ends a silence of 30 s
        ("reset at half", "ZVP-E01", "ZVP-E01", "cut"),
        ("cut at half", "ZVP-E01", "ZVP-E01", "cut"),
        ("half, and called whole", "ZVP-E11", "ZVP-E11", "-"), // nothing tells that a PDF is half, when the EPD says it is whole
        ("corrupt byte", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("page of HTML", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("HTML called JSON", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("empty", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("text/plain", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("wrong content type", "ZVP-E11", "ZVP-E11", "200"), // the bytes are a PDF, and are called one
        ("429", "ZVP-E04", "ZVP-E04", "ZVP-E04"),
        ("503", "ZVP-E04", "ZVP-E04", "ZVP-E04"),
        ("500", "ZVP-E04", "ZVP-E04", "ZVP-E04"),
        ("401", "ZVP-E06", "ZVP-E06", "ZVP-E06"),
        ("redirect", "ZVP-E11", "ZVP-E11", "ZVP-E11"),
        ("foreign next link", "incomplete", "incomplete", "-"),
        ("endless pages", "incomplete", "incomplete", "-"),
        ("same page again", "incomplete", "incomplete", "-"),
        ("200 MB", "ZVP-E12", "ZVP-E12", "200"), // a letter is streamed, not stored
        ("200 MB, length unsaid", "ZVP-E12", "ZVP-E12", "200"),
        ("depth 10,000", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("10^6 entries", "ZVP-E11", "ZVP-E11", "ZVP-E05"),
        ("gzip bomb", "ZVP-E12", "ZVP-E12", "ZVP-E05"),
        ("UTF-16", "ZVP-E11", "ZVP-E11", "-"),
        ("byte order mark", "200", "200", "-"),
        ("invalid UTF-8", "200", "200", "-"), // in what is not shown; in what is shown it is U+FFFD
        ("lone surrogate", "200", "200", "-"),
        ("duplicate keys", "incomplete", "incomplete", "-"),
        ("NaN", "ZVP-E11", "ZVP-E11", "-"),
    ];

    public static TheoryData<string, string> OnTheList => Of(row => row.List);

    public static TheoryData<string, string> InASection => Of(row => row.Section);

    public static TheoryData<string, string> OfALetter => Of(row => row.Letter);

    [Theory]
    [MemberData(nameof(OnTheList))]
    public Task H098_H099_H102_H103_H104_Fault_OnTheList(string fault, string seen) =>
        SeeAsync(fault, seen, "/fhir/Patient?general-practitioner=", rig.ListAsync);

    [Theory]
    [MemberData(nameof(InASection))]
    public Task H098_H099_H102_H103_H104_Fault_InASection(string fault, string seen) => SeeAsync(fault, seen, "/fhir/Condition?", rig.SectionAsync);

    [Theory]
    [MemberData(nameof(OfALetter))]
    public Task H098_H102_H103_H104_Fault_OfALetter(string fault, string seen) => SeeAsync(fault, seen, "/fhir/Binary/", rig.LetterAsync);

    private static TheoryData<string, string> Of(Func<(string Fault, string List, string Section, string Letter), string> column)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in _table.Where(row => column(row) != "-"))
        {
            data.Add(row.Fault, column(row));
        }
        return data;
    }

    private async Task SeeAsync(string fault, string expected, string target, Func<Task<string>> look)
    {
        await rig.FreshAsync();
        rig.Proxy.Set(asked => asked.StartsWith(target, StringComparison.Ordinal), Faults.Of(fault));
        var before = GC.GetTotalAllocatedBytes();

        var looking = look();
        if (Faults.IsSilent(fault))
        {
            await rig.Proxy.UntilMetAsync();
            rig.Portal.Clock.Advance(TimeSpan.FromSeconds(5.1));
        }

        Assert.Equal(expected, await looking);
        Assert.InRange(rig.Proxy.Met, 1, 10);
        // The forwarder, the reader's buffers and this test's own server together; 200 MB went by.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 96 * Megabyte);
        rig.NothingOfAPatientInLogs();
    }
}
