namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>R4's grammar for date, dateTime and instant, character by character: .NET's parsers accept more than is written there.</summary>
internal ref struct WrittenDate(ReadOnlySpan<char> text)
{
    private const int LongestFraction = 20;
    private const int LargestOffsetHours = 14;
    private ReadOnlySpan<char> _rest = text;

    public bool TryRead(out FhirDatePrecision precision, out DateTime clock, out TimeSpan offset)
    {
        (precision, clock, offset) = (FhirDatePrecision.Year, default, default);
        if (!TryDate(ref precision, ref clock))
        {
            return false;
        }
        if (_rest.IsEmpty)
        {
            return true;
        }
        precision = FhirDatePrecision.Time;
        return clock != default && TryTime(ref clock) && TryOffset(ref offset) && _rest.IsEmpty;
    }

    private bool TryDate(ref FhirDatePrecision precision, ref DateTime clock)
    {
        if (!TryNumber(4, 1, 9999, out var year))
        {
            return false;
        }
        var (month, day) = (1, 1);
        if (TryChar('-'))
        {
            precision = FhirDatePrecision.Month;
            if (!TryNumber(2, 1, 12, out month))
            {
                return false;
            }
            if (TryChar('-'))
            {
                precision = FhirDatePrecision.Day;
                if (!TryNumber(2, 1, DateTime.DaysInMonth(year, month), out day))
                {
                    return false;
                }
            }
        }
        clock = new DateTime(year, month, day);
        return _rest.IsEmpty || precision == FhirDatePrecision.Day;
    }

    private bool TryTime(ref DateTime clock)
    {
        if (!TryChar('T') || !TryNumber(2, 0, 23, out var hour) || !TryChar(':') || !TryNumber(2, 0, 59, out var minute)
            || !TryChar(':') || !TryNumber(2, 0, 60, out var second))
        {
            return false;
        }
        // R4 allows a leap second; .NET has none.
        clock = clock.Add(new TimeSpan(hour, minute, Math.Min(second, 59)));
        return !TryChar('.') || TryFraction(ref clock);
    }

    private bool TryFraction(ref DateTime clock)
    {
        var unit = TimeSpan.TicksPerSecond;
        var length = 0;
        while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
        {
            unit /= 10;
            clock = clock.AddTicks(unit * (_rest[length] - '0'));
            length++;
        }
        _rest = _rest[length..];
        return length is > 0 and <= LongestFraction;
    }

    private bool TryOffset(ref TimeSpan offset)
    {
        if (TryChar('Z'))
        {
            return true;
        }
        var isWest = TryChar('-');
        if ((!isWest && !TryChar('+')) || !TryNumber(2, 0, LargestOffsetHours, out var hours)
            || !TryChar(':') || !TryNumber(2, 0, hours == LargestOffsetHours ? 0 : 59, out var minutes))
        {
            return false;
        }
        offset = new TimeSpan(hours, minutes, 0);
        offset = isWest ? -offset : offset;
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
