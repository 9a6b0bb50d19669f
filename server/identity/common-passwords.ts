// SPDX-License-Identifier: EUPL-1.2

/** Of twelve characters and more, lower case and without spaces, dots and dashes; shorter ones are refused for their length. */
export const commonPasswords: ReadonlySet<string> = new Set([
  '123456789012', '1234567890123', '12345678901234', '123456789123', '012345678910', '123123123123', '121212121212',
  '112233445566', '987654321098', '123456abcdef', '1q2w3e4r5t6y', '1qaz2wsx3edc', 'q1w2e3r4t5y6', 'qazwsxedcrfv',
  'qwertyuiop12', 'qwertyuiop123', 'qwertyuiopasdfghjkl', 'qwerty123456', 'qwertyqwerty', 'asdfghjkl123', 'zxcvbnm12345',
  'abcdefghijkl', 'abcdefghijklm', 'abcd12345678', 'abc123abc123', 'aaaabbbbcccc', 'password1234', 'password12345',
  'password123!', 'password2024', 'password2025', 'password2026', 'passwordpassword', 'passw0rd1234', 'p@ssw0rd1234',
  'iloveyou1234', 'iloveyouforever', 'letmeinletmein', 'letmein12345', 'welcome12345', 'welcome123456', 'administrator',
  'administrator1', 'admin1234567', 'adminadminadmin', 'changeme1234', 'correcthorsebatterystaple', 'trustno1trustno1',
  'wachtwoord12', 'wachtwoord123', 'wachtwoord1234', 'wachtwoord01', 'wachtwoord1!', 'wachtwoordwachtwoord', 'geheimgeheim',
  'geheim123456', 'welkom123456', 'welkom012345', 'welkom2024!!', 'welkom2025!!', 'welkom2026!!', 'welkomwelkom', 'gemeente1234',
  'gemeente2024', 'gemeente2025', 'gemeente2026', 'gemeente123!', 'hallohallohallo', 'ikhouvanjou12', 'ikhouvanjou123',
  'feyenoord123', 'feyenoord1908', 'ajaxamsterdam', 'amsterdam123', 'amsterdam1234', 'rotterdam123', 'rotterdam010', 'nederland123',
  'nederland1234', 'zomer2024zomer', 'zomer2025zomer', 'lente2025lente', 'winter2024winter', 'winter2025winter', 'herfst2025herfst',
  'voorjaar2025', 'voorjaar2026', 'najaar202500', 'januari12345', 'december2024', 'december2025', 'november2024', 'november2025',
  'plein1234567', 'pleinpleinplein', 'superman1234', 'computer1234', 'sunshine1234', 'princess1234', 'football1234', 'baseball1234',
]);
