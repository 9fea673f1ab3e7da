using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Portal.EpdNotices;

namespace ZorgverlenersPortaal.Tests.Portal.EpdNotices;

/// <summary>Only empty and id-only notices are notices; content is refused where it begins.</summary>
public sealed class NoticeReaderTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "a resource beside the status", Bundle(Status() + """,{"fullUrl":"Patient/p1","resource":{"resourceType":"Patient","id":"p1"}}""") },
        { "a resource in a parameter", Bundle(Status("""{"name":"x","resource":{"resourceType":"Patient"}}""")) },
        { "a resource in a part", Bundle(Status("""{"name":"notification-event","part":[{"name":"x","resource":{"resourceType":"Patient"}}]}""")) },
        { "a part within a part", Bundle(Status("""{"name":"notification-event","part":[{"name":"x","part":[]}]}""")) },
        { "an attachment in a parameter", Bundle(Status("""{"name":"x","valueAttachment":{"data":"AAAA"}}""")) },
        { "contained resources", Bundle("""{"resource":{"resourceType":"Parameters","contained":[{"resourceType":"Patient"}]}}""") },
        { "another first entry", Bundle("""{"resource":{"resourceType":"Patient","id":"p1"}}""") },
        { "a first entry without resource", Bundle("""{"fullUrl":"Patient/p1"}""") },
        { "no entry", """{"resourceType":"Bundle","type":"history"}""" },
        { "an empty list", Bundle("") },
        { "a search result", Bundle(Status()).Replace("history", "searchset", StringComparison.Ordinal) },
        { "another resource", Bundle(Status()).Replace("\"Bundle\"", "\"Patient\"", StringComparison.Ordinal) },
        { "an unknown part of the Bundle", Bundle(Status()).Replace("\"type\":\"history\"", "\"type\":\"history\",\"note\":1", StringComparison.Ordinal) },
        { "two lists of entries", Bundle(Status()).Replace("\"entry\"", "\"entry\":[],\"entry\"", StringComparison.Ordinal) },
        { "something after it", Bundle(Status()) + "{}" },
        { "too deep", Bundle("""{"request":""" + new string('[', 40) + new string(']', 40) + "}") },
        { "nothing", "" },
        { "no JSON", "<html>" },
    };

    [Fact]
    public void Read_EmptyNotice_IsHeartbeat() =>
        Assert.Equal((NoticeKind.Heartbeat, 0, 12L), Of(NoticeReader.Read(Bytes(Bundle(Status("""{"name":"type","valueCode":"heartbeat"}""", """{"name":"events-since-subscription-start","valueString":"12"}"""))))));

    [Fact]
    public void Read_IdOnlyNotice_IsEventWithItsCount()
    {
        var notice = NoticeReader.Read(Bytes(Bundle(
            Status(
                """{"name":"subscription","valueReference":{"reference":"Subscription/s1"}}""",
                """{"name":"type","valueCode":"event-notification"}""",
                """{"name":"events-since-subscription-start","valueUnsignedInt":13}""",
                """{"name":"notification-event","part":[{"name":"event-number","valueString":"13"},{"name":"focus","valueReference":{"reference":"Encounter/e1"}}]}""")
            + """,{"fullUrl":"https://epd/fhir/Encounter/e1","request":{"method":"PUT","url":"Encounter/e1"},"response":{"status":"200"}}""")));
        Assert.Equal((NoticeKind.Event, 1, 13L), Of(notice));
        Assert.DoesNotContain("s1", notice!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_AnythingElse_IsNoNotice(string what, string json)
    {
        Assert.NotEmpty(what);
        Assert.Null(NoticeReader.Read(Bytes(json)));
    }

    [Fact]
    public void Read_DamagedNotice_NeverThrows()
    {
        var whole = Bytes(Bundle(Status("""{"name":"type","valueCode":"heartbeat"}""")));
        Prop.ForAll(
            ArbMap.Default.ArbFor<(int At, byte Value, int Length)>(),
            damage =>
            {
                var bytes = whole[..(Math.Abs(damage.Length % whole.Length) + 1)];
                bytes[Math.Abs(damage.At % bytes.Length)] = damage.Value;
                _ = NoticeReader.Read(bytes);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Missed_CountThatJumps_IsTheEventsThatNeverCame()
    {
        var gaps = new NoticeGaps();
        Assert.Equal(0, gaps.Missed(new(NoticeKind.Event, "s", 5, 1)));
        Assert.Equal(0, gaps.Missed(new(NoticeKind.Event, "s", 6, 1)));
        Assert.Equal(2, gaps.Missed(new(NoticeKind.Event, "s", 9, 1)));
        Assert.Equal(1, gaps.Missed(new(NoticeKind.Heartbeat, "s", 10, 0)));
        Assert.Equal(0, gaps.Missed(new(NoticeKind.Heartbeat, "s", 10, 0)));
        Assert.Equal(0, gaps.Missed(new(NoticeKind.Event, "s", 1, 1)));
        Assert.Equal(0, gaps.Missed(new(NoticeKind.Event, "t", 99, 1)));
    }

    internal static string Status(params string[] parameters) =>
        $$$"""{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Parameters","parameter":[{{{string.Join(',', parameters)}}}]},"request":{"method":"GET","url":"s"},"response":{"status":"200"}}""";

    internal static string Bundle(string entries) => $$$"""{"resourceType":"Bundle","type":"history","timestamp":"2026-03-10T10:00:00Z","entry":[{{{entries}}}]}""";

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static (NoticeKind?, int?, long?) Of(Notice? notice) => (notice?.Kind, notice?.Events, notice?.EventsSinceStart);
}
