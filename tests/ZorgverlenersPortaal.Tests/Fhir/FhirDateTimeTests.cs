using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class FhirDateTimeTests
{
    private static readonly TimeZoneInfo _netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("2024", FhirDatePrecision.Year, "2024-01-01T00:00:00+01:00")]
    [InlineData("2024-07", FhirDatePrecision.Month, "2024-07-01T00:00:00+02:00")]
    [InlineData("2024-02-29", FhirDatePrecision.Day, "2024-02-29T00:00:00+01:00")]
    [InlineData("2022-05-11T22:00:00+00:00", FhirDatePrecision.Time, "2022-05-12T00:00:00+02:00")]
    [InlineData("2022-05-11T22:00:00Z", FhirDatePrecision.Time, "2022-05-12T00:00:00+02:00")]
    [InlineData("2022-05-11T22:00:00.5-04:30", FhirDatePrecision.Time, "2022-05-12T04:30:00.5+02:00")]
    [InlineData("2016-12-31T23:59:60Z", FhirDatePrecision.Time, "2017-01-01T00:59:59+01:00")]
    [InlineData("2022-05-11T22:00:00.123456789012-00:00", FhirDatePrecision.Time, "2022-05-12T00:00:00.1234567+02:00")]
    [InlineData("0001-01-01T00:00:00+14:00", FhirDatePrecision.Time, "0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59-14:00", FhirDatePrecision.Time, "9999-12-31T23:59:59.9999999+00:00")]
    public void R11_DateAsWritten_KeepsItsTextAndPrecision(string text, FhirDatePrecision precision, string earliest)
    {
        var date = FhirDateTime.TryParse(text);

        Assert.Equal(text, date?.Text);
        Assert.Equal(precision, date?.Precision);
        Assert.Equal(DateTimeOffset.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture), date?.EarliestInstant(_netherlands));
    }

    [Theory]
    [InlineData("2024", "2024-12-31T23:59:59.9999999+01:00")]
    [InlineData("2024-02", "2024-02-29T23:59:59.9999999+01:00")]
    [InlineData("2024-06-30", "2024-06-30T23:59:59.9999999+02:00")]
    [InlineData("9999", "9999-12-31T22:59:59.9999999+00:00")]
    [InlineData("2024-06-30T12:00:00+02:00", "2024-06-30T12:00:00+02:00")]
    public void LatestInstant_PartialDate_IncludesAllOfIt(string text, string latest) =>
        Assert.Equal(DateTimeOffset.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), FhirDateTime.TryParse(text)?.LatestInstant(_netherlands));

    [Fact]
    public void Day_OnlyWhenWrittenToTheDay()
    {
        Assert.Equal(new DateOnly(1950, 3, 4), FhirDateTime.TryParse("1950-03-04")?.Day);
        Assert.Null(FhirDateTime.TryParse("1950-03")?.Day);
        Assert.Null(FhirDateTime.TryParse("1950-03-04T00:00:00Z")?.Day);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gisteren")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("2024-")]
    [InlineData("2024-1")]
    [InlineData("2024-13")]
    [InlineData("2024-00-01")]
    [InlineData("2023-02-29")]
    [InlineData("20240229")]
    [InlineData("2024-02-29 ")]
    [InlineData(" 2024-02-29")]
    [InlineData("٢٠٢٤-02-29")]
    [InlineData("2024-02-29T")]
    [InlineData("2024-02-29T10:00Z")]
    [InlineData("2024-02-29T10:00:00")]
    [InlineData("2024-02-29T24:00:00Z")]
    [InlineData("2024-02-29T10:00:61Z")]
    [InlineData("2024-02-29T10:00:00.Z")]
    [InlineData("2024-02-29T10:00:00z")]
    [InlineData("2024-02-29 10:00:00Z")]
    [InlineData("2024-02T10:00:00Z")]
    [InlineData("2024-02-29T10:00:00+0100")]
    [InlineData("2024-02-29T10:00:00+15:00")]
    [InlineData("2024-02-29T10:00:00+14:01")]
    [InlineData("2024-02-29T10:00:00+01:00x")]
    public void TryParse_NotOfTheGrammar_IsNull(string? text) => Assert.Null(FhirDateTime.TryParse(text));

    [Fact]
    public void R11_AnyDateThatIsRead_GivesBackExactlyItsText()
    {
        var piece = Gen.Elements("2024", "0001", "9999", "-02", "-12", "-29", "-31", "T10:20:30", "T23:59:60", ".0", ".1200", ".12345678", "Z", "+00:00", "-00:00", "-04:30", "+14:00");
        var texts = Gen.Choose(1, 6).SelectMany(length => Gen.ArrayOf(piece, length)).Select(pieces => string.Concat(pieces));
        var orderly = from day in Gen.Elements("2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31")
                      from time in Gen.Elements("", "T10:20:30", "T23:59:60", "T00:00:00")
                      from fraction in Gen.Elements("", ".0", ".1200", ".1234567", ".12345678")
                      from zone in Gen.Elements("", "Z", "+00:00", "-00:00", "-04:30", "+14:00")
                      select day + time + fraction + zone;

        Prop.ForAll(Gen.OneOf(texts, orderly).ToArbitrary(), text =>
        {
            var date = FhirDateTime.TryParse(text);
            return date is null || (text.Equals(date.Text, StringComparison.Ordinal) && date.EarliestInstant(_netherlands) <= date.LatestInstant(_netherlands));
        }).QuickCheckThrowOnFailure();
    }
}
