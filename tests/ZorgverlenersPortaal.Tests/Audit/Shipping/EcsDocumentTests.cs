using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>Documents: ECS where it has a field, inside the template for every event, and never a BSN.</summary>
public sealed class EcsDocumentTests : IDisposable
{
    private const string Bsn = "999990019";
    private static readonly IndexTemplate _template = IndexTemplate.Load();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-");
    private readonly BsnKey _key;

    public EcsDocumentTests()
    {
        var file = Path.Combine(_folder.FullName, "key");
        BsnKey.Create(file);
        _key = BsnKey.Load(file);
    }

    public static TheoryData<AuditEventType> Events => [.. Enum.GetValues<AuditEventType>()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Ecs_VersionWeSay_IsTheOneThatIsChecked() => Assert.Equal(EcsDocument.EcsVersion, EcsSchema.Version);

    [Fact]
    public void Template_FieldsOutsideOurOwn_AreThoseOfEcsWithTheirTypes()
    {
        Assert.True(EcsSchema.Fields.Count > 1500, "the schema was not read");
        foreach (var (name, type) in _template.Fields.Where(field => !field.Key.StartsWith("zvp.", StringComparison.Ordinal)))
        {
            Assert.True(EcsSchema.Fields.TryGetValue(name, out var field), $"{name} is no field of ECS");
            Assert.Equal((name, field.Type), (name, type));
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Document_OfEveryEvent_FitsTheTemplateAndTheWordsOfEcs(AuditEventType type)
    {
        foreach (var outcome in Enum.GetValues<AuditOutcome>())
        {
            foreach (var record in new[] { Full(type) with { Outcome = outcome }, Bare(type) with { Outcome = outcome } })
            {
                var document = Document(record);

                Assert.Null(_template.Fault(EcsDocument.Index("zvp-audit", record), document));
                AssertLists("", document);
                AssertWords(document.GetProperty("event"));
            }
        }
    }

    [Fact]
    public void Document_OfEveryExampleOfTheCatalogue_FitsTheTemplate()
    {
        var examples = CatalogueExamples.All();
        Assert.Equal(Enum.GetValues<AuditEventType>().Length, examples.Count);
        foreach (var record in examples)
        {
            Assert.Null(_template.Fault(EcsDocument.Index("zvp-audit", record), Document(record)));
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void R6_BsnAnywhereInARecord_IsNowhereInItsDocument(AuditEventType type)
    {
        var text = Text(Full(type) with
        {
            Detail = $"patient {Bsn}, ook 9999.90.019 en 99999 0019",
            OnBehalfOf = Bsn,
            RequestId = "r" + Bsn,
            Category = Bsn,
            Incident = "x" + Bsn + "y",
            Purpose = Bsn,
            Resources = [$"Patient/{Bsn}/1"],
            Changes = [new("bsn " + Bsn, Bsn, Bsn)],
            Decision = new(Bsn, Bsn, Bsn, [new(Bsn, Bsn, Bsn, default)]),
            Actor = new() { UziNumber = Bsn, Name = "J. " + Bsn, Agb = Bsn, RoleCode = Bsn, Ura = Bsn, CardSerial = Bsn, CardIssuer = Bsn, SessionId = Bsn, Address = Bsn },
            Patients = [new(Bsn, Bsn), new("p2", "012345672")],
        });

        Assert.DoesNotContain(Bsn, text, StringComparison.Ordinal);
        Assert.DoesNotContain("9999.90.019", text, StringComparison.Ordinal);
        Assert.DoesNotContain("99999 0019", text, StringComparison.Ordinal);
        Assert.Contains(_key.Hash(Bsn), text, StringComparison.Ordinal);
    }

    [Fact]
    public void R6_BsnOfSomebodyElseInText_IsTakenOutByItsCheck() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Bsns.ToArbitrary(), bsn =>
        {
            var text = Text(Bare(AuditEventType.AccessDenied) with { Detail = $"zie {bsn}.", Category = bsn[..3] + " " + bsn[3..] });
            return !text.Contains(bsn, StringComparison.Ordinal) && !text.Contains(bsn[..3] + " " + bsn[3..], StringComparison.Ordinal);
        }));

    [Fact]
    public void R5_WordsThatPeopleWrote_StayInTheTrail()
    {
        var text = Text(Full(AuditEventType.EmergencyOpened) with
        {
            Decision = new("Granted", "emergency", "Emergency", [new("statement", "bewusteloos gevonden", "form", default)]),
            Changes = [new("note", "pas gestolen", "nieuwe pas")],
            Detail = "from:2026-01-01 found:3 name:mevrouw Jansen",
        });

        foreach (var words in (string[])["bewusteloos", "gestolen", "nieuwe pas", "Jansen"])
        {
            Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        }
        Assert.Contains("\"detail\":\"from:2026-01-01 found:3\"", text, StringComparison.Ordinal);
        Assert.Contains("\"facts\":[\"statement\"]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_WithAnotherKey_IsAnother_AndALeadingZeroIsNone()
    {
        var other = Path.Combine(_folder.FullName, "other");
        BsnKey.Create(other);

        Assert.NotEqual(_key.Hash(Bsn), BsnKey.Load(other).Hash(Bsn));
        Assert.Equal(_key.Hash("012345672"), _key.Hash("12345672"));
        Assert.Throws<IOException>(() => BsnKey.Create(other));
        File.WriteAllText(other, "short");
        Assert.Throws<ArgumentException>(() => BsnKey.Load(other));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(_folder.FullName, "key")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Id_OfAnotherRecordAtTheSamePlace_IsAnother()
    {
        Assert.Equal("a-1-7-" + new string('a', 12), EcsDocument.Id(new("a-1", 7, Bare(AuditEventType.SignedIn), new string('a', 64))));
        Assert.NotEqual(EcsDocument.Id(new("a", 7, Bare(AuditEventType.SignedIn), new string('b', 64))), EcsDocument.Id(new("a", 7, Bare(AuditEventType.SignedIn), new string('a', 64))));
    }

    [Theory]
    [InlineData("2026-03-31T23:30:00Z", "zvp-audit-2026.03.01")]
    [InlineData("2026-04-01T00:30:00+02:00", "zvp-audit-2026.03.01")]
    [InlineData("2026-04-01T00:00:00Z", "zvp-audit-2026.04.01")]
    public void Index_OfARecord_IsTheMonthItHappenedInAndNeverAnother(string time, string index) =>
        Assert.Equal(index, EcsDocument.Index("zvp-audit", Bare(AuditEventType.SignedIn) with { Time = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) }));

    private static Gen<string> Bsns =>
        from eight in Gen.Choose(10_000_000, 99_999_999).Select(number => number.ToString(CultureInfo.InvariantCulture))
        let sum = Enumerable.Range(0, 8).Sum(i => (9 - i) * (eight[i] - '0')) % 11
        where sum < 10
        select eight + sum.ToString(CultureInfo.InvariantCulture);

    /// <summary>What ECS calls a list is one, and nothing else is.</summary>
    private static void AssertLists(string path, JsonElement value)
    {
        foreach (var field in value.EnumerateObject())
        {
            var name = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                AssertLists(name, field.Value);
            }
            else if (EcsSchema.Fields.TryGetValue(name, out var ecs))
            {
                Assert.Equal((name, ecs.IsList), (name, field.Value.ValueKind == JsonValueKind.Array));
            }
        }
    }

    private static void AssertWords(JsonElement words)
    {
        Assert.Contains(words.GetProperty("kind").GetString()!, EcsSchema.Fields["event.kind"].Allowed.Keys);
        Assert.Contains(words.GetProperty("outcome").GetString()!, EcsSchema.Fields["event.outcome"].Allowed.Keys);
        var category = words.GetProperty("category")[0].GetString()!;
        Assert.Contains(category, EcsSchema.Fields["event.category"].Allowed.Keys);
        Assert.All(words.GetProperty("type").EnumerateArray(), type =>
        {
            Assert.Contains(type.GetString()!, EcsSchema.Fields["event.type"].Allowed.Keys);
            Assert.Contains(type.GetString()!, EcsSchema.Fields["event.category"].Allowed[category]);
        });
    }

    private JsonElement Document(AuditRecord record)
    {
        using var json = JsonDocument.Parse(Text(record));
        return json.RootElement.Clone();
    }

    private string Text(AuditRecord record)
    {
        ArrayBufferWriter<byte> to = new();
        EcsDocument.Write(to, new("node-1", 7, record, new string('a', 64)), _key);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }

    private static AuditRecord Bare(AuditEventType type) => new() { Event = type, Action = AuditAction.Execute, Outcome = AuditOutcome.Refused, Time = new(2026, 3, 9, 9, 30, 0, TimeSpan.FromHours(1)), RequestId = "" };

    private static AuditRecord Full(AuditEventType type) => Bare(type) with
    {
        Action = AuditAction.Read,
        RequestId = "r-1",
        Actor = new() { UziNumber = "900021219", Name = "S. Hoekstra", RoleCode = "01.015", Agb = "01056789", Ura = "90000123", CardSerial = "4F2A91", CardIssuer = "UZI", SessionId = "s-1", Address = "fe80::1%eth0" },
        OnBehalfOf = "900012345",
        Patients = [new("p1", Bsn), new("", Bsn), new("p2")],
        Decision = new("Granted", "own-patient", "OwnPatient", [new("agb", "01056789", "account", default), new("agb", "01056780", "account", default)]),
        Purpose = "TREAT",
        Resources = ["Condition/c1/3"],
        Category = "Diagnoses",
        Changes = [new("agb", "1", "2")],
        Detail = "missing:1",
        Incident = "K7M2-41QX",
    };
}
