namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// R4's grammar for date, dateTime and instant, character by character: .NET's parsers accept more than is written
/// there.
/// </summary>
internal ref struct WrittenDate(ReadOnlySpan<char> text)
{
    private const int MostTickDigits = 7;
    private const int LongestFraction = 20;
    private const int LargestOffsetHours = 14;
    private ReadOnlySpan<char> _rest = text;

    public FhirDatePrecision Precision { get; private set; } = FhirDatePrecision.Year;

    public DateTime Clock { get; private set; }

    public short OffsetMinutes { get; private set; }

    public byte FractionDigits { get; private set; }

    public bool IsUtc { get; private set; }

    /// <summary>
    /// False when the other properties are not enough to write the same text again: second 60, a long fraction, -00:00.
    /// </summary>
    public bool IsPlain { get; private set; } = true;

    public bool TryRead()
    {
        if (!TryDate())
        {
            return false;
        }
        if (_rest.IsEmpty)
        {
            return true;
        }
        var isDay = Precision == FhirDatePrecision.Day;
        Precision = FhirDatePrecision.Time;
        return isDay && TryTime() && TryOffset() && _rest.IsEmpty;
    }

    private bool TryDate()
    {
        if (!TryNumber(4, 1, 9999, out var year))
        {
            return false;
        }
        var (month, day) = (1, 1);
        if (TryChar('-'))
        {
            Precision = FhirDatePrecision.Month;
            if (!TryNumber(2, 1, 12, out month))
            {
                return false;
            }
            if (TryChar('-'))
            {
                Precision = FhirDatePrecision.Day;
                if (!TryNumber(2, 1, DateTime.DaysInMonth(year, month), out day))
                {
                    return false;
                }
            }
        }
        Clock = new DateTime(year, month, day);
        return true;
    }

    private bool TryTime()
    {
        if (!TryChar('T') || !TryNumber(2, 0, 23, out var hour) || !TryChar(':') || !TryNumber(2, 0, 59, out var minute)
            || !TryChar(':') || !TryNumber(2, 0, 60, out var second))
        {
            return false;
        }
        // R4 allows a leap second; .NET has none.
        IsPlain = second < 60;
        Clock = Clock.Add(new TimeSpan(hour, minute, Math.Min(second, 59)));
        return !TryChar('.') || TryFraction();
    }

    private bool TryFraction()
    {
        var unit = TimeSpan.TicksPerSecond;
        var length = 0;
        while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
        {
            unit /= 10;
            Clock = Clock.AddTicks(unit * (_rest[length] - '0'));
            length++;
        }
        _rest = _rest[length..];
        IsPlain &= length <= MostTickDigits;
        FractionDigits = (byte)Math.Min(length, MostTickDigits);
        return length is > 0 and <= LongestFraction;
    }

    private bool TryOffset()
    {
        if (TryChar('Z'))
        {
            IsUtc = true;
            return true;
        }
        var isWest = TryChar('-');
        if ((!isWest && !TryChar('+')) || !TryNumber(2, 0, LargestOffsetHours, out var hours)
            || !TryChar(':') || !TryNumber(2, 0, hours == LargestOffsetHours ? 0 : 59, out var minutes))
        {
            return false;
        }
        minutes += hours * 60;
        IsPlain &= !isWest || minutes > 0;
        OffsetMinutes = (short)(isWest ? -minutes : minutes);
        return true;
    }

    private bool TryChar(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
        {
            return false;
        }
        _rest = _rest[1..];
        return true;
    }

    private bool TryNumber(int length, int least, int most, out int value)
    {
        value = 0;
        if (_rest.Length < length)
        {
            return false;
        }
        foreach (var digit in _rest[..length])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
            value = (value * 10) + (digit - '0');
        }
        _rest = _rest[length..];
        return value >= least && value <= most;
    }
}
